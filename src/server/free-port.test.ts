import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { ensureFree } from './free-port.ts'

it('says at once that a port is taken, and leaves a free one free', async () => {
  const other = createServer()
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port)),
  )
  await expect(ensureFree(port, '127.0.0.1')).rejects.toThrow(`PORT=${port + 1}`)
  await new Promise((resolve) => other.close(resolve))
  await ensureFree(port, '127.0.0.1')
  await ensureFree(port, '127.0.0.1')
  await ensureFree(0, '127.0.0.1')
})
