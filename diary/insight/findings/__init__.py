"""What the days come to: the diary's rows made into findings that each carry their n, N, interval and method."""
