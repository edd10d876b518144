"""A PDF behind a password: AES-256, in memory, with its tags and their reading order as they were."""

from __future__ import annotations

from io import BytesIO


def protected(pdf: bytes, password: str) -> bytes:
    """The PDF, which opens with `password` alone; whoever opens it may print and read it aloud.

    ValueError where the password is empty.
    """
    if not password:
        raise ValueError("a password is needed")
    import pikepdf

    out = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(
            out,
            encryption=pikepdf.Encryption(
                user=password,
                owner=password,
                R=6,
                aes=True,
                metadata=True,
                allow=pikepdf.Permissions(accessibility=True, extract=True, print_highres=True),
            ),
        )
    return out.getvalue()
