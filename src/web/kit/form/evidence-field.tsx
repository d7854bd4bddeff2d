import { Form } from 'antd'
import { useState } from 'react'
import { FileDrop } from '../capture/file-drop.tsx'
import { PhotoPicker } from '../capture/photo-picker.tsx'
import { SignaturePad } from '../capture/signature-pad.tsx'
import type { StoredFile } from '../capture/use-uploads.ts'
import { useWords } from '../language/use-words.ts'

/** What has been gathered for one kind of evidence; a signature is sent only with the form. */
export interface Gathered {
  stored: readonly StoredFile[]
  busy: boolean
  signature?: Blob | null
}

export type EvidenceGathered = Readonly<Record<string, Gathered>>

interface Props {
  kind: string
  missing: boolean
  /** What belongs here, in a sentence. */
  hint?: string
  onChange: (gathered: Gathered) => void
}

/** One kind of evidence an act asks for: photographs, a signature or a file. */
export function EvidenceField({ kind, missing, hint, onChange }: Props) {
  const { t, find } = useWords()
  const [shown] = useState(() =>
    kind.includes('signature') ? 'signature' : kind.includes('photo') ? 'photo' : 'file',
  )
  const take = (stored: readonly StoredFile[], busy: boolean) => onChange({ stored, busy })
  return (
    <Form.Item
      label={find(`evidence.${kind}`) ?? kind}
      required
      validateStatus={missing ? 'error' : undefined}
      help={
        missing
          ? t(shown === 'signature' ? 'kit.form.signature-missing' : 'kit.form.evidence-missing')
          : undefined
      }
    >
      {shown === 'photo' && <PhotoPicker onChange={take} {...(hint && { hint })} />}
      {shown === 'file' && <FileDrop onChange={take} multiple {...(hint && { hint })} />}
      {shown === 'signature' && (
        <SignaturePad onChange={(signature) => onChange({ stored: [], busy: false, signature })} />
      )}
    </Form.Item>
  )
}

export const isGathered = (gathered: Gathered | undefined): boolean =>
  gathered !== undefined && !gathered.busy && (gathered.stored.length > 0 || Boolean(gathered.signature))
