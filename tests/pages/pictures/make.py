"""Makes the pictures beside this file, once: `python3 make.py` with Pillow 9.4 (Debian's python3-pil).

All are drawn here; nothing is taken from elsewhere.
  exif-6.jpg    stored 96×64, left half red, right half blue, orientation 6: upright it is 64×96, red above blue
  cmyk.jpg      64×64, full cyan and yellow ink: green
  animated.gif  64×64, two frames: red, then blue
  progressive.jpg  64×64, a progressive JPEG with several scans: left green, right white
  lossy.webp, lossless.webp  64×48, orange
  animated.webp  64×64, two frames: red, then blue
  holes.gif     64×64, two frames: left transparent and right blue, then red
"""
from pathlib import Path
from PIL import Image

here = Path(__file__).parent


def halves(width, height, left, right):
    picture = Image.new("RGB", (width, height), right)
    picture.paste(left, (0, 0, width // 2, height))
    return picture


exif = Image.Exif()
exif[0x0112] = 6
halves(96, 64, (220, 20, 20), (20, 20, 220)).save(here / "exif-6.jpg", quality=85, exif=exif)
Image.new("CMYK", (64, 64), (255, 0, 255, 0)).save(here / "cmyk.jpg", quality=85)
frames = [Image.new("RGB", (64, 64), colour) for colour in ((220, 20, 20), (20, 20, 220))]
frames[0].save(here / "animated.gif", save_all=True, append_images=frames[1:], duration=200, loop=0)
halves(64, 64, (20, 160, 40), (255, 255, 255)).save(here / "progressive.jpg", quality=85, progressive=True)
Image.new("RGB", (64, 48), (240, 140, 20)).save(here / "lossy.webp", quality=80)
Image.new("RGB", (64, 48), (240, 140, 20)).save(here / "lossless.webp", lossless=True)
frames[0].save(here / "animated.webp", save_all=True, append_images=frames[1:], duration=200, loop=0, lossless=True)
holes = halves(64, 64, (0, 0, 0), (20, 20, 220)).quantize(4)
holes.save(
    here / "holes.gif", save_all=True, append_images=frames[:1], duration=200, loop=0,
    transparency=holes.getpixel((0, 0)), disposal=2,
)
