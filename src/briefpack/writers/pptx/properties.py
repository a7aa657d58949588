"""A mark of our own among the properties of a deck: PowerPoint and Impress keep it when they save the file."""

from __future__ import annotations

from typing import Any

from lxml import etree
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from briefpack.writers.pptx import skeleton

_NAME = "briefpack"
_SPACE = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST = 2
"""Smallest number that a property may have."""


def stamped(package: Any, value: str) -> None:
    """Enter the property; those that somebody's template has stay."""
    part = next((rel.target_part for rel in package.iter_rels() if rel.reltype == RT.CUSTOM_PROPERTIES), None)
    if part is None:
        part = Part(PackURI("/docProps/custom.xml"), CT.OFC_CUSTOM_PROPERTIES, package, b"")
        package.relate_to(part, RT.CUSTOM_PROPERTIES)
    root = etree.fromstring(part.blob or skeleton.text("custom.xml").encode())
    for old in [one for one in root if one.get("name") == _NAME]:
        root.remove(old)
    number = max((int(one.get("pid", _FIRST)) for one in root), default=_FIRST - 1) + 1
    entry = etree.SubElement(root, f"{{{_SPACE}}}property", fmtid=_FORMAT, pid=str(number), name=_NAME)
    etree.SubElement(entry, f"{{{_VALUES}}}lpwstr").text = value
    part.blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
