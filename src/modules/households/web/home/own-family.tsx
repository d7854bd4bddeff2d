import { useWords } from '../../../../web/kit/language/use-words.ts'
import type { OwnHome } from './own-home.tsx'

/** In which village others of the registered family applied; nothing that names them. */
export function OwnFamily({ family }: { family: OwnHome['family'] }) {
  const { t } = useWords()
  return family.map(({ townName, villageName, couple }, at) => (
    <p key={at}>
      {t(couple ? 'own.family.couple' : 'own.family.member', { town: townName, village: villageName })}
    </p>
  ))
}
