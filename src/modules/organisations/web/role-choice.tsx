import { Select } from 'antd'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { useSession } from '../../../web/kit/session/session-context.tsx'
import type { RoleName } from '../roles.ts'
import { heldIn } from '../rules.ts'

export interface ChosenRole {
  role?: RoleName
  area?: string
  organisation?: string
}

/** A household gets its role with its letter. */
const givenRoles = (Object.keys(heldIn) as RoleName[]).filter((role) => heldIn[role] !== 'home')

interface Props {
  // Given by Form.Item.
  id?: string
  value?: ChosenRole
  onChange?: (value: ChosenRole) => void
}

/** A role and the place it is held in: which places are offered depends on the role. */
export function RoleChoice({ id, value = {}, onChange }: Props) {
  const { t } = useWords()
  const { county } = useSession()
  const choose = (role: RoleName) =>
    onChange?.(heldIn[role] === 'county' ? { role, area: `${county.code}000000` } : { role })
  return (
    <div className="role-choice">
      <Select
        id={id}
        value={value.role}
        placeholder={t('field.role')}
        aria-label={t('field.role')}
        onChange={choose}
        options={givenRoles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
      {value.role && <PlaceChoice value={value} role={value.role} onChange={onChange} />}
    </div>
  )
}

function PlaceChoice({ value, role, onChange }: Required<Pick<ChosenRole, 'role'>> & Omit<Props, 'id'>) {
  const { t } = useWords()
  const { county } = useSession()
  const place = heldIn[role]
  const areas = useAnswer('area.list', {}, { enabled: place === 'town' || place === 'village' }).data ?? []
  const firms =
    useAnswer('organisation.list', { kind: role }, { enabled: place === 'organisation' }).data ?? []
  if (place === 'county') return <span className="quiet">{county.name}</span>
  const townOf = (parent: string | null) => areas.find(({ code }) => code === parent)?.name ?? ''
  const options =
    place === 'organisation'
      ? firms.map((firm) => ({ value: firm.id, label: firm.name }))
      : areas
          .filter(({ level }) => level === place)
          .map(({ code, name, parent }) => ({
            value: code,
            label: place === 'village' ? `${townOf(parent)} ${name}` : name,
          }))
  return (
    <Select
      value={value?.area ?? value?.organisation}
      placeholder={t(`level.${place}`)}
      aria-label={t('accounts.where')}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      notFoundContent={t(place === 'organisation' ? 'accounts.no-firm' : 'accounts.no-area')}
      onChange={(chosen: string) =>
        onChange?.(place === 'organisation' ? { role, organisation: chosen } : { role, area: chosen })
      }
    />
  )
}

/** A role as an act takes it; undefined while its place is not chosen. */
export function heldOf({ role, area, organisation }: ChosenRole) {
  if (!role) return undefined
  if (organisation) return { role, organisation }
  return area ? { role, area } : undefined
}
