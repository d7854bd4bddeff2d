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
  const scale = longestEdge / Math.max(picture.width, picture.height)
  if (scale >= 1) {
    picture.close()
    return photo
  }
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
  return made ?? photo
}
