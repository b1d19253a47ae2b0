#!/bin/sh
# Measures ag beside whichever peers this machine can build, in interleaved rounds, and prints every figure.
#   bench/run.sh [w1|w2|w3|w4|w5|own|start|all] [rounds]
#   bench/run.sh table [nodes|api|language|microgpt|trainings|w6|w7|steps|derivatives|growth|large ...]: every row with its
#   ratio, and which rows miss what is wanted (bench/table.py)
# Peers: C and C++ programs (gcc, g++; adolc and stan where their headers are installed) and PyTorch (PY names a Python that
# has it). What cannot be built reports itself missing. Compare programs within one run, as ratios: rates are noisy.
set -u
here=$(cd "$(dirname "$0")" && pwd)
home=$(dirname "$here")
what=${1:-all}
rounds=${2:-3}
PY=${PY:-/usr/bin/python3}
export OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 MKL_NUM_THREADS=1
[ -n "${AG_CLASSPATH:-}" ] || [ -f "$home/target/ag.jar" ] || { echo "build first: mvn package" >&2; exit 1; }
# The launcher's own search for a JDK.
java=$( (state='' search=''; . "$home/src/main/sh/find-java.sh"; printf %s "$java")) || exit 1
java=$java/bin/java

cd "$here" || exit 1
mkdir -p build
[ -f data/mlp16.ag ] || python3 gen_data.py
F="-O3 -fno-math-errno -fno-trapping-math -Wno-psabi"
compile() { # compile COMPILER OUTPUT ARGUMENTS…: quietly nothing where the compiler or a header is missing
    compiler=$1; output=$2; shift 2
    [ -x "build/$output" ] || "$compiler" "$@" -o "build/$output" -lm 2>/dev/null || echo "missing: $output" >&2
}
compile gcc mlp16 $F -march=native -mprefer-vector-width=512 c/mlp.c
compile gcc mlp64 $F -march=native -mprefer-vector-width=512 -DH=64 c/mlp.c
compile gcc linear4 $F -march=native -mprefer-vector-width=512 c/linear4.c
compile gcc custom $F -march=native -mprefer-vector-width=512 c/custom.c
compile g++ tape -O3 -march=native c/tape.cpp
compile g++ adolc -O3 -march=native cpp/adolc_bench.cpp -ladolc
"${java}c" -d build -cp "${AG_CLASSPATH:-$home/target/ag.jar:$home/target/lib/*}" java/ag/bench/*.java || exit 1

if [ "$what" = table ]; then
    shift
    JAVA=$java exec "$PY" table.py "$@"
fi

run() { [ "${1#build/}" = "$1" ] || [ -x "$1" ] || return 0; "$@"; }
bench() { (cd "$home" && "$java" -XX:+UseSerialGC -Xmx4g --enable-native-access=ALL-UNNAMED \
    -cp "bench/build:${AG_CLASSPATH:-target/ag.jar:target/lib/*}" "ag.bench.$@"); }
torch() { "$PY" -c 'import torch' 2>/dev/null && "$PY" py/torch_bench.py "$@"; }
case $what in
w1 | w2 | w5 | own | all)
    # Each training takes turns with its C program inside one process, and prints the ratio.
    name=$what
    [ "$what" = all ] && name=
    bench TrainBenchmark bench/data bench/build "$rounds" $name
    for one in ${name:-w1 w5}; do bench TrainBenchmark bench/data bench/build cold $one; done ;;
esac
case $what in w1 | all) torch w1 100 31 ;; esac
case $what in w2 | all) torch w2 500 11 ;; esac
case $what in w5 | all) torch w5 10 7 ;; esac
case $what in w4 | all) bench MicrogptBenchmark 8 ;; esac
case $what in w3 | all)
    round=0
    while [ "$round" -lt "$rounds" ]; do
        round=$((round + 1))
        echo "# round $round"
        run build/tape 10000 301; bench TapeBenchmark 10000 3001
        run build/tape 1000000 15; bench TapeBenchmark 1000000 25; bench LoopBenchmark 142857 25
        run build/tape 10000000 5; bench TapeBenchmark 10000000 9
        run build/adolc w3 1000000 5
    done ;;
esac
case $what in start | all) "$PY" start.py ;; esac
exit 0
