import fc from 'fast-check'
import { expect, it } from 'vitest'
import { distanceM } from '../../../modules/photographs/rules/places.ts'
import { directionOf, drawMap } from './drawn-map.ts'

const place = fc.record({
  latitude: fc.double({ min: 36.5, max: 38, noNaN: true }),
  longitude: fc.double({ min: 119, max: 121, noNaN: true }),
})

it('every place lies on the sheet, whatever they are', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 50 }), (places) => {
      const drawing = drawMap(places, 320, 400)
      for (const one of places) {
        const { x, y } = drawing?.at(one) ?? { x: -1, y: -1 }
        expect(x).toBeGreaterThanOrEqual(0)
        expect(x).toBeLessThanOrEqual(320)
        expect(y).toBeGreaterThanOrEqual(0)
        expect(y).toBeLessThanOrEqual(400)
      }
    }),
  )
})

it('north is up, east is right, and lengths are true', () => {
  const well = { latitude: 37.2, longitude: 119.9 }
  const corner = { latitude: 37.21, longitude: 119.92 }
  const drawing = drawMap([well, corner], 320, 400)
  const [a, b] = [drawing?.at(well), drawing?.at(corner)]
  if (!drawing || !a || !b) throw new Error('Nothing was drawn.')
  expect(b.x).toBeGreaterThan(a.x)
  expect(b.y).toBeLessThan(a.y)
  const drawn = Math.hypot(b.x - a.x, b.y - a.y) / (drawing.scale.length / drawing.scale.metres)
  expect(Math.abs(drawn - distanceM(well, corner))).toBeLessThan(5)
  expect([50, 100, 200, 500, 1000]).toContain(drawing.scale.metres)
})

it('nothing is drawn of nowhere; directions are eighths', () => {
  expect(drawMap([], 320, 400)).toBeUndefined()
  expect([0, 44, 91, 180, 350].map(directionOf)).toEqual(['n', 'ne', 'e', 's', 'n'])
})
