import { useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { qrSvg } from '../../../kernel/standards/qr-code.ts'
import { useAnswer } from '../../../web/kit/api/use-answer.ts'
import type { Answer } from '../../../web/kit/api/names.ts'
import { PageFrame } from '../../../web/kit/frame/page-frame.tsx'
import { useWords } from '../../../web/kit/language/use-words.ts'
import { Answered } from '../../../web/kit/states/answered.tsx'
import './notice.css'

/** The board as it is printed and posted, A4; the screen around it stays off the paper. */
export function NoticePosterPage() {
  const { t } = useWords()
  const { notice } = useParams({ strict: false }) as { notice: string }
  return (
    <Answered answer={useAnswer('notice.board', { notice })}>
      {(board) => (
        <PageFrame
          title={t('notice.poster')}
          lead={t('notice.poster.lead')}
          back={{
            to: `/notices/${notice}`,
            label: `${board.village} · ${t('board.number', { number: board.number })}`,
          }}
          actions={
            <Button type="primary" onClick={() => window.print()}>
              {t('notice.print')}
            </Button>
          }
        >
          <Poster board={board} />
        </PageFrame>
      )}
    </Answered>
  )
}

function Poster({ board }: { board: Answer<'notice.board'> }) {
  const { t } = useWords()
  const assumed = board.rows.some((row) => row.amounts.some((amount) => amount.assumed))
  const address = `${location.origin}${board.webPath}`
  return (
    <article className="poster">
      <header>
        <div>
          <h2>{t('board.title')}</h2>
          <p>
            {board.town} {board.village} {t('board.number', { number: board.number })}
          </p>
          <p>
            {board.rows.length > 0
              ? t('board.lead', { village: board.village, homes: board.rows.length })
              : t('board.lead.none', { village: board.village })}
          </p>
          {board.returned > 0 && <p>{t('board.returned', { homes: board.returned })}</p>}
          <p>
            <b>
              {board.closesOn
                ? t('board.period', { from: board.opensOn, to: board.closesOn })
                : t('board.period.unposted')}
            </b>{' '}
            {t(`board.counted.${board.period.counted}`, { days: board.period.days })}
          </p>
          {!board.closesOn && <p>{t('board.posted-on')}</p>}
          <p>
            <b>{t('board.hotline', { telephone: board.hotline })}</b>
          </p>
        </div>
        <figure>
          <img
            src={`data:image/svg+xml,${encodeURIComponent(qrSvg(address, t('board.qr')))}`}
            alt={t('board.qr')}
          />
          <figcaption>{t('board.qr')}</figcaption>
        </figure>
      </header>
      <table>
        <thead>
          <tr>
            {['position', 'village', 'householder', 'heating', 'units', 'subsidy'].map((column) => (
              <th key={column} scope="col">
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row) => (
            <tr key={row.position}>
              <td>{row.position}</td>
              <td>{row.village}</td>
              <td>{row.householder}</td>
              <td>{t(`heating.${row.heating}`)}</td>
              <td>{row.units ?? '—'}</td>
              <td>
                {row.amounts.map(({ item, upToFen, assumed: isAssumed }) => (
                  <div key={item}>
                    {t(`subsidy-item.${item}`)}{' '}
                    {t('board.up-to', { yuan: (upToFen / 100).toLocaleString('en-US') })}
                    {isAssumed && '*'}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {assumed && <p className="poster-small">{t('board.assumed')}</p>}
      <p className="poster-small">{t('board.how')}</p>
      <p className="poster-signs">
        {(['village', 'town', 'posted-by', 'witness'] as const).map((who) => (
          <span key={who}>{t(`board.signs.${who}`)}</span>
        ))}
      </p>
    </article>
  )
}
