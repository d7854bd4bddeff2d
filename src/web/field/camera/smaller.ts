const longestEdge = 1600
const quality = 0.82

/**
 * A photograph small enough to lie on the telephone by the hundred and still show a plate's small print: some 300 KB
 * instead of several MB. What the browser cannot read as a picture stays as it is.
 */
export async function smaller(photo: Blob): Promise<Blob> {
  let picture: ImageBitmap
  try {
    picture = await createImageBitmap(photo, { imageOrientation: 'from-image' })
  } catch {
    return photo
  }
  const isSmall = Math.max(picture.width, picture.height) <= longestEdge
  const made = isSmall ? undefined : await smallerJpeg(picture, picture.width, picture.height)
  picture.close()
  return made ?? photo
}

/** What is drawn, as a JPEG no larger than is kept. */
export async function smallerJpeg(
  source: CanvasImageSource,
  width: number,
  height: number,
): Promise<Blob | undefined> {
  const scale = Math.min(1, longestEdge / Math.max(width, height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height)
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  return made ?? undefined
}
