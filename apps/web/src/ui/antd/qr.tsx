import { QRCode } from "antd";
import { AntdScope } from "./scope.tsx";

/** A QR code 二维码, dark on white in every theme so that any camera reads it. */
export default function Qr({ value, size = 168 }: { readonly value: string; readonly size?: number }) {
  return (
    <AntdScope>
      <QRCode value={value} size={size} type="svg" color="#16202C" bgColor="#FFFFFF" bordered={false} />
    </AntdScope>
  );
}
