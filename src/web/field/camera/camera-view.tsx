import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../kit/language/use-words.ts'
import { type Photograph, shoot } from './photograph.ts'
import { WhereNow } from './where-now.tsx'

interface Props {
  onTaken: (photo: Photograph) => void
  onClose: () => void
}

/** The telephone's camera inside the page: what it takes was taken here and now. */
export function CameraView({ onTaken, onClose }: Props) {
  const { t } = useWords()
  const frame = useRef<HTMLDialogElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const [state, setState] = useState<'opening' | 'ready' | 'taking' | 'refused'>('opening')
  const [count, setCount] = useState(0)
  useEffect(() => {
    let stream: MediaStream | undefined
    let closed = false
    const stop = () => stream?.getTracks().forEach((track) => track.stop())
    frame.current?.showModal()
    const open = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          audio: false,
          video: { facingMode: 'environment', width: { ideal: 1920 }, height: { ideal: 1440 } },
        })
        if (closed) return stop()
        if (!video.current) return
        video.current.srcObject = stream
        await video.current.play()
        setState('ready')
      } catch {
        if (!closed) setState('refused')
      }
    }
    void open()
    return () => {
      closed = true
      stop()
    }
  }, [])

  const take = async () => {
    if (!video.current) return
    setState('taking')
    const photo = await shoot(video.current)
    if (photo) {
      onTaken(photo)
      setCount((before) => before + 1)
    }
    setState('ready')
  }
  return (
    <dialog ref={frame} className="out-camera" aria-label={t('out.camera')} onClose={onClose}>
      <video ref={video} playsInline muted aria-label={t('out.camera')} />
      <WhereNow />
      {state === 'refused' && <p role="alert">{t('out.camera.refused')}</p>}
      <p role="status">
        {state === 'opening' ? t('out.camera.opening') : count > 0 ? t('out.camera.taken', { count }) : ''}
      </p>
      <div className="out-camera-row">
        <button type="button" className="out-second" onClick={() => frame.current?.close()}>
          {t('out.camera.done')}
        </button>
        <button type="button" className="out-button" disabled={state !== 'ready'} onClick={() => void take()}>
          {t('out.camera.shoot')}
        </button>
      </div>
    </dialog>
  )
}
