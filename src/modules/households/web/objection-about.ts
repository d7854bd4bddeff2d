import type { Answer } from '../../../web/kit/api/names.ts'
import type { Speech } from '../../../web/kit/language/use-words.ts'

type About = Pick<Answer<'objection.list'>['rows'][number], 'position' | 'householder' | 'aboutOwn'>

/** Whom an objection is about, in words. */
export const aboutText = ({ t }: Pick<Speech, 't'>, { position, householder, aboutOwn }: About): string =>
  position === null
    ? t(aboutOwn ? 'objection.about-own' : 'objection.about-notice')
    : t('objection.about-home', { position, householder: householder ?? '' })
