"""Course templates on the disk: where they lie, what they extend, and what a pack gets from them."""

from briefpack.pack.courses.course import Course, of_loose, of_pack

__all__ = ["Course", "of_loose", "of_pack"]
