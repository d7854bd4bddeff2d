import type { DownloadInput, DownloadName } from './names.ts'
import { inputParam, noAnswer, waitForSignIn } from './transport.ts'
import { troubleFrom } from './trouble.ts'

/** Makes a file on the server and hands it to the browser. Throws `Trouble`. */
export function download<N extends DownloadName>(name: N, input: DownloadInput<N>): Promise<void> {
  return downloadNamed(name, input)
}

/** With an id of its own it tells meanwhile how far it is. */
export async function downloadNamed(name: string, input: unknown, progress?: string): Promise<void> {
  let response: Response
  try {
    const asked = progress === undefined ? '' : `&progress=${progress}`
    response = await fetch(`/api/files/${name}?${inputParam(input)}${asked}`, { credentials: 'same-origin' })
  } catch {
    throw noAnswer()
  }
  if (response.status === 401) {
    await waitForSignIn()
    return downloadNamed(name, input, progress)
  }
  if (!response.ok) throw troubleFrom(response.status, await response.json().catch(() => undefined))
  const body = await response.blob().catch(() => {
    throw noAnswer()
  })
  handOver(body, fileNameOf(response.headers.get('content-disposition')) ?? name)
}

/** The name from `content-disposition`: the RFC 5987 form first, in which Chinese names travel. */
export function fileNameOf(header: string | null): string | undefined {
  if (!header) return undefined
  const extended = /filename\*=(?:utf-8|UTF-8)''([^;]+)/.exec(header)?.[1]
  if (extended) {
    try {
      return decodeURIComponent(extended)
    } catch {
      return undefined
    }
  }
  return /filename="([^"]+)"/.exec(header)?.[1] ?? /filename=([^;]+)/.exec(header)?.[1]?.trim()
}

function handOver(body: Blob, fileName: string): void {
  const address = URL.createObjectURL(body)
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // Some browsers read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
