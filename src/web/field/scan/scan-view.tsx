import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../kit/language/use-words.ts'
import { codeReader } from './code-reader.ts'

interface Props {
  onRead: (text: string) => void
  onClose: () => void
}

/** Between two looks at what the camera shows, so that a slow telephone stays at hand. */
const pauseMs = 150

/** Reads the code of a plate: by the camera, or where that is refused from a photograph. */
export function ScanView({ onRead, onClose }: Props) {
  const { t } = useWords()
  const id = useId()
  const frame = useRef<HTMLDialogElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'opening' | 'looking' | 'refused' | 'reading' | 'nothing'>('opening')
  const read = useRef(onRead)
  useEffect(() => {
    read.current = onRead
  }, [onRead])

  const found = (text: string) => {
    navigator.vibrate?.(60)
    read.current(text)
    frame.current?.close()
  }
  const take = useRef(found)
  useEffect(() => {
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let closed = false
    const stop = () => stream?.getTracks().forEach((track) => track.stop())
    frame.current?.showModal()
    const look = async () => {
      const shown = video.current
      if (closed || !shown) return
      const text = await (await codeReader())(shown).catch(() => undefined)
      if (closed) return
      if (text !== undefined) take.current(text)
      else timer = setTimeout(() => void look(), pauseMs)
    }
    const open = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 960 } },
        })
        if (closed) return stop()
        if (!video.current) return
        video.current.srcObject = stream
        await video.current.play()
        setState('looking')
        await look()
      } catch {
        if (!closed) setState('refused')
      }
    }
    void open()
    return () => {
      closed = true
      clearTimeout(timer)
      stop()
    }
  }, [])

  const readPhoto = async (file: File) => {
    setState('reading')
    try {
      const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
      const text = await (await codeReader())(picture)
      picture.close()
      if (text !== undefined) return found(text)
    } catch {
      // A file that is no picture shows no code either.
    }
    setState('nothing')
  }
  return (
    <dialog ref={frame} className="out-camera" aria-label={t('out.scan')} onClose={onClose}>
      <video ref={video} playsInline muted aria-label={t('out.scan')} />
      <p role={state === 'refused' || state === 'nothing' ? 'alert' : 'status'}>{t(`out.scan.${state}`)}</p>
      <div className="out-scan-row">
        <button type="button" className="out-second" onClick={() => frame.current?.close()}>
          {t('out.scan.by-hand')}
        </button>
        <span className="out-file">
          <input
            id={id}
            type="file"
            accept="image/*"
            capture="environment"
            onChange={(event) => {
              const [file] = event.target.files ?? []
              if (file) void readPhoto(file)
              event.target.value = ''
            }}
          />
          <label htmlFor={id} className="out-second">
            {t('out.scan.photo')}
          </label>
        </span>
      </div>
    </dialog>
  )
}
