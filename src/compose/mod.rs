//! Laying out: figures to blocks.
