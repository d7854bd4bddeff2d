import type { Words } from '../../../kernel/words/words.ts'

/** What desk and household both say about appointments. */
export const appointmentWords = {
  'choice.half.morning': { zh: '上午', en: 'morning' },
  'choice.half.afternoon': { zh: '下午', en: 'afternoon' },
  'choice.half.day': { zh: '全天', en: 'all day' },
  'appointments.title': { zh: '上门预约', en: 'Appointments' },
  'appointments.none': { zh: '还没有预约上门时间。', en: 'No appointment yet.' },
  'appointments.moved': { zh: '已改约：{{reason}}', en: 'moved: {{reason}}' },
  'own.appointment.short': { zh: '预约', en: 'Visit' },
  'own.appointment.lead': {
    zh: '施工人员按约上门。那天不方便，可以改约。',
    en: 'The crew comes as agreed. If that day does not suit you, move it.',
  },
  'own.appointment.not-in': {
    zh: '您家没有确户，没有上门安排。有人以施工名义上门，请先问村居。',
    en: 'Your home is not confirmed, so nobody is to come. Should somebody come to build, ask the village first.',
  },
  'own.appointment.left': {
    zh: '您家已不在改造名单，没有上门安排。有人上门，请先问村居。',
    en: 'Your home has left the programme, so no visit is arranged. Should somebody come, ask the village first.',
  },
  'own.appointment.takes-back': {
    zh: '您家已不在改造名单，装好的设备由{{firm}}上门收回。别的人以施工名义上门，请先问村居。',
    en: 'Your home has left the programme. {{firm}} comes to take back the machines. Should anybody else come to build, ask the village first.',
  },
  'own.appointment.move': { zh: '改约', en: 'Move it' },
  'own.appointment.day': { zh: '改到哪天', en: 'To which day' },
  'own.appointment.half': { zh: '时段', en: 'Time' },
  'own.appointment.reason': { zh: '改约原因', en: 'Why' },
  'own.appointment.moved': { zh: '已改约。', en: 'Moved.' },
} satisfies Words
