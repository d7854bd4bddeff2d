import { createSecretKey, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ed25519, international } from './international.ts'
import { national } from './national.ts'
import { NotAuthentic } from './suite.ts'

const aKey = () => createSecretKey(randomBytes(32))
const place = Buffer.from('370683\nhousehold.id_number')

describe('digests by their published vectors', () => {
  it('SHA-256 of abc (FIPS 180-4)', () => {
    expect(international.digest('abc').toString('hex')).toBe(
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
    )
  })
  it('SM3 of abc (GB/T 32905 annex A)', () => {
    expect(national.digest('abc').toString('hex')).toBe(
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
    )
  })
  it('HMAC-SHA-256 (RFC 4231 case 2)', () => {
    const key = createSecretKey(Buffer.from('Jefe'))
    expect(international.mac(key, 'what do ya want for nothing?').toString('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    )
  })
})

describe.each([international, national])('$id suite', (suite) => {
  it('opens what it sealed, whatever the text', () => {
    const key = aKey()
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array(), (text, associated) => {
        const sealed = suite.encrypt(key, text, associated)
        expect(suite.decrypt(key, sealed, associated).toString('utf8')).toBe(text)
      }),
    )
  })
  it('refuses any changed byte, another key and another place', () => {
    const key = aKey()
    const sealed = suite.encrypt(key, '370683196001011234', place)
    for (let i = 0; i < sealed.length; i++) {
      const changed = Buffer.from(sealed)
      changed[i] = (changed[i] ?? 0) ^ 1
      expect(() => suite.decrypt(key, changed, place)).toThrow(NotAuthentic)
    }
    expect(() => suite.decrypt(aKey(), sealed, place)).toThrow(NotAuthentic)
    expect(() => suite.decrypt(key, sealed, Buffer.from('370683\nhousehold.card'))).toThrow(NotAuthentic)
    for (let length = 0; length < sealed.length; length++)
      expect(() => suite.decrypt(key, sealed.subarray(0, length), place)).toThrow(NotAuthentic)
  })
  it('never seals the same text to the same bytes, over many turns of the nonce pool', () => {
    const key = aKey()
    const seen = new Set<string>()
    for (let i = 0; i < 3000; i++) seen.add(suite.encrypt(key, 'x', place).subarray(0, 12).toString('hex'))
    expect(seen.size).toBe(3000)
  })
})

describe('Ed25519', () => {
  it('verifies its own signatures and no others', () => {
    const pair = ed25519.generateSigningKey()
    const bytes = Buffer.from('checkpoint')
    const signature = ed25519.sign(pair.privateKey, bytes)
    expect(ed25519.verify(pair.publicKey, bytes, signature)).toBe(true)
    expect(ed25519.verify(ed25519.generateSigningKey().publicKey, bytes, signature)).toBe(false)
    expect(ed25519.verify(pair.publicKey, Buffer.from('checkpoinT'), signature)).toBe(false)
    expect(ed25519.verify(pair.publicKey, bytes, signature.subarray(1))).toBe(false)
  })
})
