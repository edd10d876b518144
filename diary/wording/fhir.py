"""Texts inside the FHIR export."""

TEXTS: dict[str, str | tuple[str, str]] = {}
