import type { Register } from './county.ts'
import type { Line } from './lines.ts'
import type { BenchServer } from './server.ts'

/** What every bench is given. The templates are made when first asked for. */
export interface BenchGround {
  server: BenchServer
  register: Register
  repetitions: number
  /** A county of towns and villages without any application. */
  template(): Promise<string>
  /** The same with the whole register imported and screened. */
  screened(): Promise<string>
  say(text: string): void
}

export interface Bench {
  name: string
  run(ground: BenchGround): Promise<Line[]>
}
