#!/bin/sh
# Installs Shizuku for the user who runs this; no root, no network.
#   ./install.sh                        install, or update what is installed
#   ./install.sh --into FOLDER          elsewhere than in ~/.local/opt/shizuku
#   ./install.sh --quiet                say nothing unless something is wrong
#   ~/.local/opt/shizuku/uninstall.sh   remove it, settings and logs with it; projects stay
#   ~/.local/opt/shizuku/uninstall.sh --keep-settings
set -eu
umask 022

here="$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)"
into="$HOME/.local/opt/shizuku"
quiet=no keep_settings=no
action=install
case "$(basename -- "$0")" in uninstall*) action=uninstall ;; esac

say() { # English, Japanese
    case "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" in
    ja*) printf '%s\n' "$2" ;;
    *) printf '%s\n' "$1" ;;
    esac
}
tell() { [ "$quiet" = yes ] || say "$1" "$2"; }
stop() {
    say "$1" "$2" >&2
    exit 1
}

while [ $# -gt 0 ]; do
    case "$1" in
    --into)
        [ $# -ge 2 ] || stop "--into needs a folder." "--into にはフォルダーが必要です。"
        case "$2" in /*) into="$2" ;; *) into="$(pwd -P)/$2" ;; esac
        shift
        ;;
    --quiet) quiet=yes ;;
    --keep-settings) keep_settings=yes ;;
    *) stop "Unknown option $1. See the beginning of this script." \
        "不明なオプション $1 です。このスクリプトの先頭を見てください。" ;;
    esac
    shift
done
[ "$action" = install ] || into="$here"

data="${XDG_DATA_HOME:-$HOME/.local/share}"
config="${XDG_CONFIG_HOME:-$HOME/.config}"
state="${XDG_STATE_HOME:-$HOME/.local/state}"
link="$HOME/.local/bin/shizuku"
desktop="$data/applications/shizuku.desktop"
icon="$data/icons/hicolor/scalable/apps/shizuku.svg"
mime="$data/mime/packages/shizuku.xml"
made="$into/made-folders" # folders that were not there before, the innermost last

is_running() { # whether a program of this folder runs
    for exe in /proc/[0-9]*/exe; do
        case "$(readlink -- "$exe" 2>/dev/null || :)" in "$into"/*) return 0 ;; esac
    done
    return 1
}

folder() { # make a folder with its parents, noting the new ones
    [ ! -d "$1" ] || return 0
    folder "$(dirname -- "$1")"
    mkdir -- "$1"
    new_folders="$new_folders$1
"
}

refresh() { # tell the desktop
    if command -v update-mime-database >/dev/null && [ -d "$data/mime/packages" ]; then
        update-mime-database "$data/mime" >/dev/null 2>&1 || :
    fi
    if command -v update-desktop-database >/dev/null && [ -d "$data/applications" ]; then
        update-desktop-database -q "$data/applications" >/dev/null 2>&1 || :
    fi
}

quoted() { # as desktop files write a program's path
    printf '%s' "$1" | sed 's/[\\"`$]/\\\\&/g; s/%/%%/g; s/^/"/; s/$/"/'
}

install_it() {
    [ -f "$here/shizuku" ] && [ -d "$here/_internal" ] ||
        stop "The program is not beside this script. Unpack the whole archive." \
            "このスクリプトと同じ場所にプログラムがありません。アーカイブ全体を展開してください。"
    [ "$here" != "$into" ] || stop "This is what is installed already." \
        "すでにインストールされています。"
    tell "Checking the files …" "ファイルを確認しています…"
    (cd -- "$here" && sha256sum --check --quiet --strict SHA256SUMS >/dev/null 2>&1) ||
        stop "Files are damaged or missing. Unpack the archive again, or copy it again." \
            "壊れているか、足りないファイルがあります。アーカイブを展開またはコピーし直してください。"
    ! is_running || stop "Shizuku is running. Close it and install again." \
        "Shizuku が起動しています。終了してから、もう一度インストールしてください。"
    if [ -e "$into" ] && [ ! -f "$into/VERSION.json" ]; then
        [ -d "$into" ] && [ -z "$(ls -A -- "$into")" ] ||
            stop "$into holds something else. Choose another folder with --into." \
                "$into には別のファイルがあります。--into で別のフォルダーを選んでください。"
    fi
    new_folders=""
    [ ! -f "$made" ] || new_folders="$(cat -- "$made")
"
    for one in "$(dirname -- "$into")" "$(dirname -- "$link")" "$(dirname -- "$desktop")" \
        "$(dirname -- "$icon")" "$(dirname -- "$mime")"; do
        folder "$one"
    done
    tell "Copying to $into …" "$into にコピーしています…"
    rm -rf -- "$into.new"
    cp -RP -- "$here" "$into.new"
    cp -- "$here/install.sh" "$into.new/uninstall.sh"
    printf '%s' "$new_folders" >"$into.new/made-folders"
    # The old version stays whole until the new one is.
    rm -rf -- "$into.old"
    [ ! -e "$into" ] || mv -- "$into" "$into.old"
    mv -- "$into.new" "$into"
    rm -rf -- "$into.old"
    ln -sfn -- "$into/shizuku" "$link"
    # In two steps, for the path may hold what sed would understand.
    while IFS= read -r line; do
        case "$line" in
        Exec=*) printf 'Exec=%s window %%f\n' "$(quoted "$into/shizuku")" ;;
        TryExec=*) printf 'TryExec=%s\n' "$into/shizuku" ;;
        *) printf '%s\n' "$line" ;;
        esac
    done <"$into/desktop/shizuku.desktop" >"$desktop"
    cp -- "$into/desktop/shizuku.svg" "$icon"
    cp -- "$into/desktop/shizuku.xml" "$mime"
    refresh
    tell "Installed. Start it from the menu, or with: $link" \
        "インストールしました。メニューから、または次のコマンドで起動できます: $link"
}

uninstall_it() {
    [ -f "$into/VERSION.json" ] && [ -f "$into/made-folders" ] ||
        stop "Shizuku is not installed in $into." "$into に Shizuku はありません。"
    ! is_running || stop "Shizuku is running. Close it and try again." \
        "Shizuku が起動しています。終了してから、もう一度実行してください。"
    new_folders="$(cat -- "$made")"
    [ "$(readlink -- "$link" 2>/dev/null || :)" != "$into/shizuku" ] || rm -f -- "$link"
    rm -f -- "$desktop" "$icon" "$mime"
    if [ "$keep_settings" = no ]; then
        rm -rf -- "$config/Shizuku" "$state/Shizuku"
        rmdir -- "$config" "$state" 2>/dev/null || :
    fi
    refresh
    # The desktop's own indices of folders that nobody had before.
    printf '%s\n' "$new_folders" | while IFS= read -r one; do
        case "$one" in
        "$data/mime") [ -n "$(ls -A -- "$one/packages" 2>/dev/null)" ] || rm -rf -- "$one" ;;
        "$data/applications") ls -- "$one"/*.desktop >/dev/null 2>&1 || rm -f -- "$one/mimeinfo.cache" ;;
        esac
    done
    rm -rf -- "$into"
    reversed="$(printf '%s\n' "$new_folders" | sed -n '1!G;h;$p')"
    printf '%s\n' "$reversed" | while IFS= read -r one; do
        [ -z "$one" ] || rmdir -- "$one" 2>/dev/null || :
    done
    tell "Shizuku was removed. Your projects are where they were." \
        "Shizuku を削除しました。プロジェクトはそのまま残っています。"
}

"${action}_it"
