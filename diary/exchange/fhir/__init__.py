"""The record as a FHIR R4 document: resources for other software, in plain JSON; see docs/fhir.md."""
