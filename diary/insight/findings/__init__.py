"""What the days come to: rows made into findings that each carry their n of N, interval and method."""
