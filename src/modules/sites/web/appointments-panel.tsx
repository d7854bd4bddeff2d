import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import { Appointments } from './appointments.tsx'

export function AppointmentsPanel({ home }: { home: string }) {
  return <Answered answer={useAnswer('home.appointments', { home })}>{Appointments}</Answered>
}
