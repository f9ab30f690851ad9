//! Reading: bytes of a file to raw rows, within fixed memory and time.
