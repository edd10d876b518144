"""The drawing of the body: landmarks, shapes and regions (development only, needs shapely)."""
