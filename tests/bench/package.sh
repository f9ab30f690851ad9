#!/usr/bin/env bash
# Makes the binary that is packaged, and prints its path: built once to watch a run on the example, and once by what was
# seen there. It needs the tools of Rust's compiler: `rustup component add llvm-tools`.
set -euo pipefail
cd "$(dirname "$0")/../.."
target=$(rustc -vV | sed -n 's/^host: //p')
merge=$(rustc --print sysroot)/lib/rustlib/$target/bin/llvm-profdata
[ -x "$merge" ] || { echo "llvm-profdata is missing: rustup component add llvm-tools" >&2; exit 1; }
seen=$(mktemp -d)
trap 'rm -rf "$seen"' EXIT

# Both builds have the same profile, by which the functions of one are found again in the other.
build() { cargo build --profile dist --target "$target" --target-dir target/package; }
RUSTFLAGS="-Cprofile-generate=$seen/runs" build
# Findings of severity error end a run with 1.
"target/package/$target/dist/bilan" run inputs --out "$seen/out" || [ $? -eq 1 ]
"$merge" merge -o target/package/seen.profdata "$seen/runs"
RUSTFLAGS="-Cprofile-use=$PWD/target/package/seen.profdata" build
echo "target/package/$target/dist/bilan"
