"""Quarto's _brand.yml over a look of ours: what can be read is used, what cannot is named."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefpack import compose
from briefpack.compose.look import unreadable
from briefpack.errors import TemplateError
from briefpack.pack import shipped
from workshop import put, run

BASES = [shipped.look(name) for name in shipped.looks()]


def made(text, base=BASES[0]):
    return compose.branded(base, compose.brand(text, file="_brand.yml"), ("Lato", "PT Serif"))


def test_names_of_the_palette_are_followed():
    look, notices = made(
        'color:\n  palette: {navy: "#0B2545", main: navy}\n  primary: main\n  background: white\n  foreground: "#111"\n'
    )

    assert (look.colour("accent2"), look.colour("paper"), look.colour("ink")) == ("0B2545", "FFFFFF", "111111")
    assert notices == ()


def test_a_pair_that_cannot_be_read_is_refused_with_its_contrast():
    look, notices = made('color:\n  primary: "#0B2545"\n  secondary: "#F4D35E"\n')

    assert look.colour("accent2") == "0B2545" and look.colour("accent") == BASES[0].colour("accent")
    assert "'secondary' is not used: 'accent' on 'paper' has a contrast of 1." in str(notices[0])


def test_fonts_go_where_they_can():
    look, notices = made("typography:\n  base: Lato\n  headings:\n    family: Comic Neue\n")

    assert (look.font("body").page, look.font("head").deck) == ("Lato", "Comic Neue")
    assert look.font("head").page in ("Lato", "PT Serif")
    assert any("Comic Neue cannot be embedded" in str(notice) for notice in notices)


@pytest.mark.parametrize(
    "text", ["color: 3", "color: [a]", "color:\n  primary: [x]", "typography: x", "logo: {small: {a: b}}", "", "x: y"]
)
def test_what_is_strange_is_left_alone(text):
    look, _ = made(text)

    assert look.colours == BASES[0].colours


def test_what_is_no_yaml_is_named_with_its_line():
    with pytest.raises(TemplateError, match=r"_brand\.yml:2: "):
        made("color:\n\tprimary: x\n")


HEX = st.text("0123456789abcdefABCDEF", min_size=6, max_size=6)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.fixed_dictionaries({}, optional=dict.fromkeys(("background", "foreground", "primary", "secondary"), HEX)),
    st.sampled_from(BASES),
)
def test_any_brand_gives_a_look_that_can_be_read(colours, base):
    text = "color:\n" + "".join(f'  {name}: "#{colour}"\n' for name, colour in colours.items()) if colours else "x: y\n"
    look, notices = made(text, base)

    assert unreadable(look) == []
    assert len(notices) <= len(colours)


def test_a_brand_in_the_folder_of_a_pack_is_worn(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BRIEFPACK_TEMPLATES", str(tmp_path / "home"))
    put(tmp_path, "trade-wire.txt")
    run("new", "pack", "week-3", "trade-wire.txt")
    (tmp_path / "week-3/_brand.yml").write_text('color:\n  primary: "#0B2545"\n')
    done = run("build", "week-3", "--audience", "policy", "--handout", "none")

    assert done.exit_code == 0
    assert "0B2545" in (tmp_path / "week-3/out/sources.html").read_text().upper()
