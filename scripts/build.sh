# Shared by ./rialto, ./test and ./bench, which source it: one way to find dotnet, one lock, one rule for "up to date".
# Expects $root, the repository's folder. Writes to standard error only.

artifacts=$root/artifacts

# What a build reads. A deleted file is noticed by its folder, a deleted root file by this list, which the stamp holds.
list_inputs() {
    shopt -s nullglob
    inputs=("$root"/Directory.*.props "$root"/Directory.*.targets "$root"/global.json "$root"/[Nn]u[Gg]et.[Cc]onfig
        "$root"/BannedSymbols.txt "$root"/.editorconfig "$root"/src "$@")
    shopt -u nullglob
}

# Sets $dotnet. The usual places are tried because a fresh login often lacks the one in the home folder.
find_dotnet() {
    local candidate
    if dotnet=$(command -v dotnet); then
        return
    fi
    for candidate in "${DOTNET_ROOT:-}" "${HOME:-}/.dotnet" /usr/share/dotnet /usr/lib/dotnet /usr/local/share/dotnet; do
        if [ -x "$candidate/dotnet" ]; then
            dotnet=$candidate/dotnet
            export DOTNET_ROOT=$candidate
            return
        fi
    done
    echo "$name: the .NET SDK 10 is needed and 'dotnet' was not found; install it and put it on the PATH." >&2
    exit 1
}

# is_fresh STAMP PRODUCT: nothing that a build reads has changed since the build that left STAMP began.
is_fresh() {
    [ -f "$1" ] && [ -f "$2" ] && [ "$(<"$1")" = "${inputs[*]}" ] && [ -z "$(find "${inputs[@]}" -newer "$1" -print -quit 2>&1)" ]
}

# One build at a time in this folder, whichever script asks. The lock goes with the process.
take_lock() {
    mkdir -p "$artifacts"
    if command -v flock >/dev/null; then
        exec 9>"$artifacts/build.lock"
        flock 9
        return
    fi
    local folder=$artifacts/build.lock.d owner
    until mkdir "$folder" 2>/dev/null; do
        owner=$(cat "$folder/owner" 2>/dev/null)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            rm -rf "$folder"
        fi
        sleep 0.2
    done
    echo $$ >"$folder/owner"
    trap 'rm -rf "$artifacts/build.lock.d"' EXIT
}

release_lock() {
    exec 9>&-
    if [ -d "$artifacts/build.lock.d" ]; then
        rm -rf "$artifacts/build.lock.d"
        trap - EXIT
    fi
}

# begin_stamp NAME: a stamp's time is taken before the build, so that what is edited during a build is built again.
begin_stamp() {
    printf '%s' "${inputs[*]}" >"$artifacts/$1.stamp.new"
}

end_stamp() {
    mv -f "$artifacts/$1.stamp.new" "$artifacts/$1.stamp"
}

# run_build LOG ARGUMENTS…: dotnet with its output in a log, shown on standard error only if it fails.
# The lock is not inherited: a compiler server that outlives the build would hold it.
run_build() {
    local log=$1
    shift
    if ! (cd "$root" && "$dotnet" "$@" -nodeReuse:false </dev/null >"$log" 2>&1 9>&-); then
        cat "$log" >&2
        echo "$name: the build failed; its output above is also in $log" >&2
        return 1
    fi
}

# build_if_needed NAME PROJECT PRODUCT
build_if_needed() {
    local stamp=$artifacts/$1.stamp
    is_fresh "$stamp" "$3" && return
    find_dotnet
    take_lock
    if ! is_fresh "$stamp" "$3"; then
        if [ -t 2 ]; then
            echo "$name: building, because this is the first start or sources have changed …" >&2
        fi
        begin_stamp "$1"
        run_build "$artifacts/$1-build.log" build "$2" -c Release -nologo -v:minimal -clp:NoSummary || exit 1
        end_stamp "$1"
    fi
    release_lock
}
