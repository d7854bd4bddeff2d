import { useRef, useState } from 'react'
import type { PhotosProps } from '../../kit/checklist/checklist-entry.tsx'
import type { Photograph } from '../camera/photograph.ts'
import { digestOf } from '../store/outbox.ts'
import { PhotoTaker } from './photo-taker.tsx'

interface ItemPhotosProps extends PhotosProps {
  taken: Map<string, Photograph>
}

/** An item's photographs, known by the digest that the act will cite. */
export function ItemPhotos({ taken, hint, stored, onChange }: ItemPhotosProps) {
  const [photos, setPhotos] = useState<readonly Photograph[]>(() =>
    stored.flatMap(({ digest }) => taken.get(digest) ?? []),
  )
  const latest = useRef(photos)
  const change = async (next: readonly Photograph[]) => {
    latest.current = next
    setPhotos(next)
    onChange([], true)
    const known = await Promise.all(
      next.map(async (photo) => {
        const digest = await digestOf(photo.content)
        taken.set(digest, photo)
        return { digest, size: photo.content.size, mediaType: photo.content.type, name: '' }
      }),
    )
    if (latest.current === next) onChange(known, false)
  }
  return <PhotoTaker photos={photos} onChange={(to) => void change(to(latest.current))} hint={hint} />
}
