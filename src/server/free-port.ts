import { createServer } from 'node:net'

/**
 * Fails at once, with what to do, where another program listens there already: not after minutes of loading. Port 0 is
 * always free.
 */
export async function ensureFree(port: number, host: string): Promise<void> {
  const probe = createServer()
  await new Promise<void>((resolve, reject) => {
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(
              `端口 ${port} 已被占用：请关掉占用它的程序，或另选一个，如 PORT=${port + 1} npm start。\n` +
                `Port ${port} is in use: end the program that uses it, or choose another, such as PORT=${port + 1} npm start.`,
            )
          : error,
      ),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}
