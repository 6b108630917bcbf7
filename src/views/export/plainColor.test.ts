import { describe, expect, it } from 'vitest';
import { plainColor } from './plainColor';

describe('a computed colour in plain terms', () => {
  it('rgb, with and without opacity', () => {
    expect(plainColor('rgb(99, 68, 189)')).toEqual({ color: '#6344bd', alpha: 1 });
    expect(plainColor('rgba(0, 0, 0, 0)')).toEqual({ color: '#000000', alpha: 0 });
    expect(plainColor('#1B1F26')).toEqual({ color: '#1b1f26', alpha: 1 });
  });

  it('oklab, which a computed color-mix() is', () => {
    expect(plainColor('oklab(1 0 0)')?.color).toBe('#ffffff');
    expect(plainColor('oklab(0 0 0 / 0.25)')).toEqual({ color: '#000000', alpha: 0.25 });
    // The primaries of sRGB as Oklab has them.
    expect(plainColor('oklab(0.627955 0.224863 0.125846)')?.color).toBe('#ff0000');
    expect(plainColor('oklab(0.86644 -0.233888 0.179498)')?.color).toBe('#00ff00');
    expect(plainColor('oklab(0.452014 -0.032457 -0.311528)')?.color).toBe('#0000ff');
  });

  it('color(srgb …), with missing parts and tiny ones', () => {
    expect(plainColor('color(srgb 0.5 none 1 / 50%)')).toEqual({ color: '#8000ff', alpha: 0.5 });
    expect(plainColor('color(srgb 1e-7 0 1)')?.color).toBe('#0000ff');
  });

  it('leaves alone what is no colour', () => {
    for (const other of ['none', 'url(#arrow)', '', 'context-fill']) expect(plainColor(other)).toBeNull();
  });
});
