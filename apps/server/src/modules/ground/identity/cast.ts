/** People of the demonstration cities 演示人物. Invented; marked as demonstration data in every row. */
export type CastMember = {
  readonly account: string;
  readonly name: string;
  readonly role: string;
  readonly title: string;
  /** Name of the organ he belongs to; its area is his. */
  readonly organ?: string;
  /** For a unit's people: the unit's name, or else the first networked unit there is. */
  readonly unit?: string;
};

const official = (account: string, name: string, role: string, title: string, organ: string): CastMember => ({
  account,
  name,
  role,
  title,
  organ,
});
const ofUnit = (account: string, name: string, role: string, title: string, unit: string): CastMember => ({
  account,
  name,
  role,
  title,
  unit,
});

export const casts: Readonly<Record<string, readonly CastMember[]>> = {
  "330800": [
    official("zhouhaiyan", "周海燕", "duty-officer", "值班员", "衢州市消防远程监控中心"),
    official("zhengguoqing", "郑国庆", "duty-officer", "值班员", "衢州市消防远程监控中心"),
    official("wuzhigang", "吴志刚", "duty-leader", "带班领导", "衢州市消防远程监控中心"),
    official("jiangweimin", "姜伟民", "dispatcher", "指挥调度员", "衢州市消防救援支队"),
    official("linxiaodong", "林晓东", "inspector", "监督员", "柯城区消防救援大队"),
    official("xulijuan", "徐丽娟", "inspector", "监督员", "柯城区消防救援大队"),
    official("wuwei", "吴伟", "inspector", "监督员", "柯城区消防救援大队"),
    official("zhouqiang", "周强", "police-officer", "派出所民警", "柯城区公安局"),
    official("zhengwei", "郑伟", "inspector", "监督员", "柯城区消防救援大队"),
    official("xujianguo", "徐建国", "leader", "大队长", "柯城区消防救援大队"),
    official("chenxuefang", "陈雪芳", "committee-office", "消安委办公室", "衢州市消防安全委员会办公室"),
    official("maoyongqiang", "毛永强", "leader", "分管领导", "衢州市人民政府"),
    official("chenzhiyuan", "陈志远", "department", "府办消防联络员", "常山县人民政府"),
    official("yeming", "叶明", "department", "消防安全联络员", "衢州市住房和城乡建设局"),
    official("fanglihua", "方丽华", "street-clerk", "街道专管员", "荷花街道办事处"),
    official("huxiaoping", "胡小平", "grid-member", "网格员", "荷花街道办事处"),
    official("laiguoping", "赖国平", "readonly", "联络员", "衢州市应急管理局"),
    ofUnit("wangjianjun", "王建军", "unit-manager", "消防安全管理人", "东风商厦"),
    ofUnit("liuyan", "刘燕", "unit-duty", "消防控制室值班员", "东风商厦"),
    ofUnit("fanxintao", "范新涛", "unit-manager", "店主", "沐年便利店"),
    official("wangjie", "汪洁", "system-admin", "系统管理员", "衢州市消防救援支队"),
    official("yujianhua", "余建华", "security-admin", "安全管理员", "衢州市消防救援支队"),
    official("xumin", "徐敏", "audit-admin", "审计管理员", "衢州市消防救援支队"),
  ],
  "330400": [
    official("shenyueqin", "沈月琴", "duty-officer", "值班员", "嘉兴市消防远程监控中心"),
    official("zhujianming", "朱建明", "duty-officer", "值班员", "嘉兴市消防远程监控中心"),
    official("guzhiqiang", "顾志强", "duty-leader", "带班领导", "嘉兴市消防远程监控中心"),
    official("luweidong", "陆卫东", "dispatcher", "指挥调度员", "嘉兴市消防救援支队"),
    official("yaoxiaofeng", "姚晓峰", "inspector", "监督员", "南湖区消防救援大队"),
    official("shenminjie", "沈敏杰", "inspector", "监督员", "南湖区消防救援大队"),
    official("lujianhua", "陆建华", "inspector", "监督员", "南湖区消防救援大队"),
    official("shenguoping", "沈国平", "leader", "大队长", "南湖区消防救援大队"),
    official("qianmeihua", "钱美华", "committee-office", "消安委办公室", "嘉兴市消防安全委员会办公室"),
    official("tangyongming", "汤永明", "leader", "分管领导", "嘉兴市人民政府"),
    official("jinhui", "金辉", "department", "消防安全联络员", "嘉兴市住房和城乡建设局"),
    official("xiahongmei", "夏红梅", "street-clerk", "街道专管员", "新嘉街道办事处"),
    official("fengxiaoming", "冯晓明", "grid-member", "网格员", "新嘉街道办事处"),
    official("panguohua", "潘国华", "readonly", "联络员", "嘉兴市应急管理局"),
    ofUnit("zhangjianping", "张建平", "unit-manager", "消防安全管理人", "南湖商厦"),
    ofUnit("yanghong", "杨红", "unit-duty", "消防控制室值班员", "南湖商厦"),
    ofUnit("haolirong", "郝丽荣", "unit-manager", "店主", "清蓝小吃店"),
    official("caojing", "曹静", "system-admin", "系统管理员", "嘉兴市消防救援支队"),
    official("wanglijun", "王立军", "security-admin", "安全管理员", "嘉兴市消防救援支队"),
    official("hefang", "何芳", "audit-admin", "审计管理员", "嘉兴市消防救援支队"),
  ],
  "310107": [
    official("zhangminhua", "张敏华", "duty-officer", "值班员", "普陀区消防远程监控中心"),
    official("lijianguo", "李建国", "duty-officer", "值班员", "普陀区消防远程监控中心"),
    official("chenzhiming", "陈志明", "duty-leader", "带班领导", "普陀区消防远程监控中心"),
    official("gaoweiping", "高卫平", "dispatcher", "指挥调度员", "普陀区消防救援支队"),
    official("sunlei", "孙磊", "inspector", "监督员", "普陀区消防救援支队"),
    official("tangwenjun", "唐文军", "inspector", "监督员", "普陀区消防救援支队"),
    official("guhaiming", "顾海明", "inspector", "监督员", "普陀区消防救援支队"),
    official("shiweimin", "施伟民", "leader", "支队长", "普陀区消防救援支队"),
    official("mayuzhen", "马玉珍", "committee-office", "消安委办公室", "普陀区消防安全委员会办公室"),
    official("xuguoqiang", "许国强", "leader", "分管领导", "普陀区人民政府"),
    official("songjie", "宋洁", "department", "消防安全联络员", "普陀区建设和管理委员会"),
    official("dinglihong", "丁丽红", "street-clerk", "街道专管员", "曹杨新村街道办事处"),
    official("weixiaodong", "魏晓东", "grid-member", "网格员", "曹杨新村街道办事处"),
    official("jiangping", "蒋萍", "readonly", "联络员", "普陀区应急管理局"),
    ofUnit("huangjianhua", "黄建华", "unit-manager", "消防安全管理人", "曹杨商厦"),
    ofUnit("zhaoyan", "赵燕", "unit-duty", "消防控制室值班员", "曹杨商厦"),
    ofUnit("luohongfu", "罗红福", "unit-manager", "店主", "砚达便利店"),
    official("luojie", "罗洁", "system-admin", "系统管理员", "普陀区消防救援支队"),
    official("dengzhihua", "邓志华", "security-admin", "安全管理员", "普陀区消防救援支队"),
    official("yanmin", "严敏", "audit-admin", "审计管理员", "普陀区消防救援支队"),
  ],
};

/** A real installation begins with the three administrators alone. */
export const administrators: readonly CastMember[] = [
  { account: "sysadmin", name: "系统管理员", role: "system-admin", title: "系统管理员" },
  { account: "secadmin", name: "安全管理员", role: "security-admin", title: "安全管理员" },
  { account: "auditadmin", name: "审计管理员", role: "audit-admin", title: "审计管理员" },
];
