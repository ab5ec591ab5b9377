"""Nothing that starts with the program loads what only an export needs."""

import subprocess
import sys

from visitapp.paths import resource


def test_exports_can_be_named_without_loading_word_libraries():
    question = (
        "import exports, exports.file_name, exports.whole_file, sys; print({'docx', 'lxml'} & set(sys.modules))"
    )
    answer = subprocess.run(
        [sys.executable, "-c", question], capture_output=True, text=True, check=True, cwd=resource("").parent
    )
    assert answer.stdout.strip() == "set()"
