import type { HomePanel } from '../../../web/kit/screen.ts'
import { AppointmentsPanel } from './appointments-panel.tsx'

export const homePanels: readonly HomePanel[] = [
  {
    key: 'appointments',
    titleKey: 'appointments.title',
    order: 49,
    permission: 'register.read',
    asks: 'home.appointments',
    component: AppointmentsPanel,
  },
]
