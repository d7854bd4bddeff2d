import { csrfHeader, noAnswer, waitForSignIn } from './transport.ts'
import { troubleFrom } from './trouble.ts'

export interface StoredEvidence {
  /** SHA-256 of the content, hex. */
  digest: string
  size: number
  mediaType: string
}

/** What a file is to be: anything else is refused, by the types that would do. */
export type UploadKind = 'workbook' | 'document' | 'photo' | 'signature'

/** Stores a file before the act that cites it; `onProgress` tells the share sent, 0 to 1. */
export async function uploadEvidence(
  file: Blob,
  kind: UploadKind,
  onProgress: (share: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<StoredEvidence> {
  const { status, body } = await sendFile(file, kind, onProgress, signal)
  if (status === 200 || status === 201) return body as StoredEvidence
  if (status !== 401) throw troubleFrom(status, body)
  await waitForSignIn()
  return uploadEvidence(file, kind, onProgress, signal)
}

/** `fetch` does not tell how much of a body has been sent; XMLHttpRequest does. */
function sendFile(
  file: Blob,
  kind: UploadKind,
  onProgress: (share: number) => void,
  signal: AbortSignal | undefined,
) {
  return new Promise<{ status: number; body: unknown }>((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/evidence?kind=${kind}`)
    request.setRequestHeader('content-type', file.type || 'application/octet-stream')
    if (file instanceof File) request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    for (const [name, value] of Object.entries(csrfHeader())) request.setRequestHeader(name, value)
    request.responseType = 'text'
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onload = () => resolve({ status: request.status, body: parsed(request.responseText) })
    request.onerror = () => reject(noAnswer())
    request.onabort = () => reject(new DOMException('', 'AbortError'))
    signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

export const evidenceAddress = (digest: string): string => `/api/evidence/${digest}`
