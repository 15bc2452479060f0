// An author imports this room alone and needs the values that controls speak about.
@_exported public import ControlModel
@_exported public import ControlTrust
