import { useRef, useState } from 'react'
import type { PhotosProps } from '../../kit/checklist/checklist-entry.tsx'
import type { Photograph } from '../camera/photograph.ts'
import { digestOf } from '../store/outbox.ts'
import { PhotoTaker } from './photo-taker.tsx'

interface ItemPhotosProps {
  taken: Map<string, Photograph>
  hint: string | undefined
  onChange: PhotosProps['onChange']
}

/** An item's photographs, known by the digest that the act will cite. */
export function ItemPhotos({ taken, hint, onChange }: ItemPhotosProps) {
  const [photos, setPhotos] = useState<readonly Photograph[]>([])
  const latest = useRef(photos)
  const change = async (next: readonly Photograph[]) => {
    latest.current = next
    setPhotos(next)
    onChange([], true)
    const stored = await Promise.all(
      next.map(async (photo) => {
        const digest = await digestOf(photo.content)
        taken.set(digest, photo)
        return { digest, size: photo.content.size, mediaType: photo.content.type, name: '' }
      }),
    )
    if (latest.current === next) onChange(stored, false)
  }
  return <PhotoTaker photos={photos} onChange={(to) => void change(to(latest.current))} hint={hint} />
}
