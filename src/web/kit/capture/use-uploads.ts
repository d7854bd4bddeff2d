import { useEffect, useRef, useState } from 'react'
import { type StoredEvidence, uploadEvidence, type UploadKind } from '../api/evidence.ts'
import { type Trouble, troubleOf } from '../api/trouble.ts'

export interface StoredFile extends StoredEvidence {
  name: string
}

export interface Upload {
  key: number
  file: Blob
  name: string
  /** The share sent, 0 to 1. */
  share: number
  stored?: StoredFile
  trouble?: Trouble
}

/** What a person has picked so far: each file goes up at once and can be sent again or taken away. */
export interface Uploads {
  list: readonly Upload[]
  add(files: readonly Blob[]): void
  again(key: number): void
  remove(key: number): void
}

/** Uploads of one field, all of one kind of evidence; `onChange` hears of the stored files and of whether any is still on its way. */
export function useUploads(
  onChange: (stored: StoredFile[], busy: boolean) => void,
  kind: UploadKind,
  limit = Infinity,
): Uploads {
  const [list, setList] = useState<readonly Upload[]>([])
  const nextKey = useRef(0)
  const running = useRef(new Map<number, AbortController>())
  const told = useRef(onChange)
  told.current = onChange

  useEffect(() => {
    const stored = list.flatMap((upload) => (upload.stored ? [upload.stored] : []))
    told.current(stored, stored.length < list.length)
  }, [list])

  useEffect(() => {
    const all = running.current
    return () => all.forEach((controller) => controller.abort())
  }, [])

  const change = (key: number, to: Partial<Upload>) =>
    setList((before) => before.map((upload) => (upload.key === key ? { ...upload, ...to } : upload)))

  const send = async ({ key, file, name }: Upload) => {
    const controller = new AbortController()
    running.current.set(key, controller)
    try {
      const stored = await uploadEvidence(file, kind, (share) => change(key, { share }), controller.signal)
      change(key, { share: 1, stored: { ...stored, name } })
    } catch (error) {
      if (!controller.signal.aborted) change(key, { trouble: troubleOf(error) })
    } finally {
      running.current.delete(key)
    }
  }

  const remove = (key: number) => {
    running.current.get(key)?.abort()
    setList((before) => before.filter((upload) => upload.key !== key))
  }

  return {
    list,
    remove,
    add: (files) => {
      const added = files.map((file) => ({
        key: nextKey.current++,
        file,
        name: file instanceof File ? file.name : '',
        share: 0,
      }))
      // Where only one is wanted, a new one takes the old one's place.
      setList((before) => [...before, ...added].slice(-limit))
      for (const upload of added) void send(upload)
    },
    again: (key) => {
      const upload = list.find((each) => each.key === key)
      if (!upload) return
      change(key, { share: 0, trouble: undefined })
      void send(upload)
    },
  }
}
