import { escapeXml, round } from './text.js';

/** A canvas of the page's own upon the picture. CSS pixels from the picture's corner. */
export interface SvgPicture {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Whether only the ellipse within is seen. */
  readonly isRound: boolean;
  readonly dataUrl: string;
}

/** A picture as an image element, with the clip that makes it round. */
export function svgPicture({ x, y, width, height, isRound, dataUrl }: SvgPicture, index: number): string {
  const [across, down] = [round(width / 2), round(height / 2)];
  const clip = isRound
    ? `<clipPath id="round-${index}"><ellipse cx="${round(x + across)}" cy="${round(y + down)}" rx="${across}" ry="${down}"/></clipPath>`
    : '';
  return `${clip}<image x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" preserveAspectRatio="none"${
    isRound ? ` clip-path="url(#round-${index})"` : ''
  } href="${escapeXml(dataUrl)}"/>`;
}
