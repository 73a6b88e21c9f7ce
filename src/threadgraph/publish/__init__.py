"""Publish a dataset folder whole or not at all.

    check_target(out)                                      # target.py, before any work
    with interruptible(), staging(out) as stage:           # signals.py, stage.py
        ...                                                # write below stage.folder
        files = describe_files(stage.folder, rows_by_path) # manifest.py
        stage.publish({"counts": ..., "files": files})

Readers of `out` find the former dataset or the new one at every moment, also when the build is
killed or the disk fails. What a killed build leaves beside the target (`.NAME.lock` and the folder
that it names) is removed by the next build into it. Nothing is imported here, so that the command
line gets `signals` without the rest.
"""
