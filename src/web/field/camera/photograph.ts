import type { Taken } from '../../../kernel/act/taken.ts'
import { readFileSays } from './file-says.ts'
import { latestPosition } from './position.ts'
import { smaller, smallerJpeg } from './smaller.ts'

/** A photograph with how it came about. */
export interface Photograph {
  content: Blob
  taken: Taken
}

/** What the camera shows now, with where and when. */
export async function shoot(video: HTMLVideoElement): Promise<Photograph | undefined> {
  const taken: Taken = { by: 'camera', at: new Date().toISOString(), ...whereNow() }
  const content = await smallerJpeg(video, video.videoWidth, video.videoHeight)
  return content && { content, taken }
}

/** A file chosen from the gallery, with what it says of itself, read before it is made smaller. */
export async function pick(file: File): Promise<Photograph> {
  const says = readFileSays(new Uint8Array(await file.arrayBuffer()))
  const taken: Taken = {
    by: 'gallery',
    at: new Date().toISOString(),
    ...whereNow(),
    ...(says && { file: says }),
  }
  return { content: await smaller(file), taken }
}

const whereNow = (): Pick<Taken, 'position'> => {
  const position = latestPosition()
  return position ? { position } : {}
}
