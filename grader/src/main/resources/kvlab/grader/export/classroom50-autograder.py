#!/usr/bin/env python3
"""Grades what was pushed. Made by: ./kvlab export classroom50

Classroom 50 runs this in the student's checkout. Its place is CLASSROOM/autograders/ASSIGNMENT/autograder.py.
"""

import os
import subprocess
import sys
import tempfile


def git(*words):
    if subprocess.run(["git", *words]).returncode != 0:
        sys.exit("kvlab: could not " + " ".join(["git", *words]) + ": the kit's repository must be public")


server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
kit = os.path.join(tempfile.mkdtemp(dir=os.environ.get("RUNNER_TEMP")), "kit")
git("init", "--quiet", kit)
git("-C", kit, "fetch", "--quiet", "--depth=1", f"{server}/{{repository}}", {{ref}})
git("-C", kit, "checkout", "--quiet", "FETCH_HEAD")

# The policy names a branch, and Classroom 50 checks out a commit.
git("checkout", "--quiet", "-B", {{branch}})

# The kit is there for this one submission: it need not get ready for more.
os.environ["KVLAB_ONCE"] = "yes"
kvlab = os.path.join(kit, "kvlab")
policy = os.path.join(kit, {{policy}})
os.execv(kvlab, [kvlab, "autograde", "classroom50", "--policy", policy{{options}}])
