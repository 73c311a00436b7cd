"""torch is imported with the first model, so that a picture does not wait for it."""

import subprocess
import sys

CODE = "import sys, engine.session.session, engine.session.render_state; sys.exit('torch' in sys.modules)"


def test_the_modules_that_show_a_picture_import_no_torch(pytestconfig):
    assert (
        subprocess.run([sys.executable, "-c", CODE], cwd=pytestconfig.rootpath, check=False).returncode == 0
    )
