"""An address as a square code that a camera reads (QR, with a seventh of it to spare)."""

import io

import segno


def svg(address):
    return made(address).svg_inline(scale=4, border=2)


def png(address):
    stream = io.BytesIO()
    made(address).save(stream, kind="png", scale=8, border=2)
    stream.seek(0)
    return stream


def made(address):
    return segno.make(address, error="m", micro=False)
